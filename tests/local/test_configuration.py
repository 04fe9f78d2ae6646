"""Programs are written down so that supervisord reads what was meant."""

import configparser
from pathlib import Path

import pytest
from supervisor.datatypes import dict_of_key_value_pairs

from local import configuration
from local.programs import Program
from local.trouble import Trouble

VALUES = {"A": "plain", "B": '["https://a.example", "b"]', "C": "it's 100% so, or so", "D": ""}


def test_an_environment_survives_the_way_through_the_configuration() -> None:
    parser = configparser.ConfigParser(interpolation=None, inline_comment_prefixes=(";",))
    parser.read_string(configuration.section(Program("it", ("true",), VALUES), Path("/logs")))

    written = parser["program:it"]["environment"].replace("%%", "%")

    assert dict_of_key_value_pairs(written) == VALUES


def test_a_value_that_cannot_be_written_is_refused() -> None:
    both = Program("it", ("true",), {"A": """both ' and " in one"""})

    with pytest.raises(Trouble, match="cannot pass on"):
        configuration.section(both, Path("/logs"))
