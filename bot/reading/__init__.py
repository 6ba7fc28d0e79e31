"""What people paste and write → the questions they mean. Knows neither Slack nor articles."""
