"""What is recorded, kept, forgotten and learnt."""
