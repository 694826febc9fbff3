// A PostgreSQL of its own, for a test that kills it: the test says what to do,
// and hears when it is done. Where the server's script lies is the argument.
const { startPostgres } = await import(process.argv[2]);
const postgres = await startPostgres();
const { host, port, user, password } = postgres;

process.on('message', async command => {
  await postgres[command]();
  process.send(command);
  if (command === 'stop') process.disconnect();
});
// Without the test, there is nobody to stop it.
process.on('disconnect', () => process.exit());
process.send({ host, port, user, password });
