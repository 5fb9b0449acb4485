"""Never stops computing."""
print("ready", flush=True)
while True:
    pass
