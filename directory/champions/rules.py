"""Who may do what with a listing, and what an edit does to where it stands."""

from directory.models.account import Account, RoleName
from directory.models.listing import Listing
from directory.models.vocabulary import ListingStatus


def may_publish(account: Account) -> bool:
    return account.is_a(RoleName.COORDINATOR, RoleName.MANAGER)


def may_edit(account: Account, listing: Listing) -> bool:
    """A champion edits what they proposed and what their practice runs."""
    if may_publish(account):
        return True
    if not account.is_a(RoleName.CHAMPION):
        return False
    return listing.proposed_by_id == account.id or is_hosted_by_own_practice(account, listing)


def is_hosted_by_own_practice(account: Account, listing: Listing) -> bool:
    return account.practice_id is not None and listing.practice_id == account.practice_id


def status_after_edit(account: Account, listing: Listing) -> ListingStatus:
    """Where the listing stands once the edit is saved; see docs/adr/0004.

    Must be asked before the edit is written, since the edit may name another practice.
    """
    if listing.status is not ListingStatus.LIVE:
        return listing.status
    if may_publish(account) or is_hosted_by_own_practice(account, listing):
        return ListingStatus.LIVE
    return ListingStatus.PROPOSED
