"""The shortlist as files for a spreadsheet, and back."""
