"""What is seen: the citizen's pages, the reports, the auditor's reading and the publishing desk."""
