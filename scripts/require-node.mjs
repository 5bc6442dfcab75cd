// Parsed by whatever Node is installed, so it keeps to syntax that old versions read and loads the rest
// only once the version is known.
const OLDEST = 20;

/** Runs a command's task, which gives its exit code, if this Node is new enough for it. */
export function requireNode(command, task) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST) {
    console.error(
      `${command} needs Node ${OLDEST} or newer; this is ${process.version}. It brings every other tool itself.`,
    );
    process.exit(1);
  }
  task().then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(`\n${error.name === 'UserError' ? error.message : error.stack}`);
      process.exitCode = 1;
    },
  );
}
