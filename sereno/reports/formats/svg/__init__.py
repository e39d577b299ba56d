"""Drawings as SVG text: the same ones go into the pages and into the PDF."""
