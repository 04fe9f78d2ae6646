"""Customers' files: who they are, what they have, and everything that happened, in one order."""

from dataclasses import dataclass

from handoff.domain.files import BEGINNING, CustomerFile, PlatformFile, Since, Stretch, woven
from handoff.domain.ids import CustomerId
from handoff.domain.people import Language
from handoff.ports import CustomerFiles, OpenWork
from handoff.services.guides import Guides


@dataclass(frozen=True, slots=True)
class Files:
    """Nothing changes here, nothing is locked. Of visitors the platform knows nothing."""

    open_look: OpenWork
    platform: CustomerFiles
    guides: Guides

    async def file(self, customer: CustomerId, language: Language) -> CustomerFile:
        """All that is known now. Unknown when there is no such customer."""
        async with self.open_look() as work:
            known = await work.customers.customer(customer)
            conversations = await work.reads.of_customer(customer)
        return CustomerFile(
            customer=known,
            platform=await self.platform.file(known.sub) if known.sub else PlatformFile(),
            conversations=conversations,
            guides=await self.guides.begun(known, language),
        )

    async def timeline(self, customer: CustomerId, limit: int, begun: Since = BEGINNING) -> Stretch:
        """What happened before a place, over all conversations and channels."""
        async with self.open_look() as work:
            known = await work.customers.customer(customer)
            said = await work.reads.of_customer_log(customer, begun.said, limit + 1)
        changes = (
            await self.platform.changes(known.sub, begun.changed, limit + 1) if known.sub else ()
        )
        return woven(said, changes, begun, limit)
