"""The command line: parse, call the rooms below, print, exit."""
