"""Feed every reader of outside data with inputs that nobody would write, and keep what breaks one.

::

    python -m fuzz                      # every target, some seconds each
    python -m fuzz docx feeds --seconds 600 --keep CORPUS

`targets` names what is fed, `seeds` are documents of an invented forum that get past the gates, `running` feeds one
target: with atheris (coverage of the code leads the changes) where it is installed, else with changes by chance.
What breaks a target is written to `fuzz/finds/TARGET`; once it is mended the file stays, for `tests/test_fuzz.py`.
"""
