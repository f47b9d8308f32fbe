"""Values → text, Markdown and JSON: pure, sorted, escaped at the edge."""
