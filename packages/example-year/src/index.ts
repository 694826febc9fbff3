import { main } from './main';

main(process.argv.slice(2)).then(code => {
  // The backend of the year ends the process with 0 when nothing is left to do;
  // and what was written into a pipe has to come through first.
  process.stderr.write('', () =>
    process.stdout.write('', () => process.exit(code)),
  );
});
