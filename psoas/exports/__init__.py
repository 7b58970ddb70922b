"""What colleagues ask for of an analysed recording: tables, files of other programs, figures."""
