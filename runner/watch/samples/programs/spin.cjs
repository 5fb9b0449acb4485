// Never stops computing.
process.stdout.write("ready\n", () => {
  for (;;);
});
