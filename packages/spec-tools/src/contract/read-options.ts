/** What a command was given. It ends here with its help (0), or with what is wrong and its help (2). */
export function readOptions<Values extends { help: boolean }>(
  command: string,
  help: string,
  parse: () => { values: Values },
): Values {
  try {
    const { values } = parse();
    if (!values.help) return values;
    process.stdout.write(help);
  } catch (cause) {
    process.stderr.write(`${command}: ${cause instanceof Error ? cause.message : cause}\n\n${help}`);
    process.exit(2);
  }
  process.exit(0);
}
