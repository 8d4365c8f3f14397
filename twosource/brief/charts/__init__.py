"""Charts of a brief, drawn as inline SVG: functions from records to markup, empty where there is nothing to show."""
