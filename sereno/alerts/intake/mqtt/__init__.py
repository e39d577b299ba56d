"""Alerts by MQTT, from Zigbee and Wi-Fi buttons and our own devices."""
