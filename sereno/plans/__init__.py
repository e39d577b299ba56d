"""What was promised: plan, component, objective, project, indicator, target."""
