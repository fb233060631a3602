"""``python -m onrecord.cli`` is the console script."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
