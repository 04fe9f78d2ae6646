"""The read model of payouts, milestones, identity and tax state; knows nothing else of Lotse."""
