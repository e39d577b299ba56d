"""Where rows come from: the only bridge to the operations floor."""
