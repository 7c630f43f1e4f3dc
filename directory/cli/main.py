"""Every command, in one group."""

import click

from directory.cli.importing import import_listings
from directory.cli.inviting import invite_person
from directory.cli.matching import match_people
from directory.cli.outcome import NotDone
from directory.cli.serving import serve
from directory.cli.setting_up import init, seed
from directory.config import SettingMissing, SettingUnreadable


class KindGroup(click.Group):
    """Tells of a setting that is missing or wrong in a sentence, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SettingMissing as error:
            raise NotDone(
                f"Set {error.name} in the environment first, or WHATMATTERS_DEMO=1 to try it out."
            ) from error
        except SettingUnreadable as error:
            raise NotDone(f"{error.name} should be {error.allowed}.") from error


@click.group(cls=KindGroup)
@click.version_option(package_name="whatmatters")
def main() -> None:
    """What Matters: a community asset directory and social-prescribing matcher."""


for command in (init, seed, invite_person, import_listings, match_people, serve):
    main.add_command(command)
