// Inside a package imports between folders go down: a folder that is reached from below is one concept in two
// places. Tests may reach across, so they are left out, and this is a configuration of its own.
import { default as layers } from './.dependency-cruiser.mjs';

export default {
  forbidden: [
    {
      name: 'folders-go-down',
      comment:
        'These folders reach each other in a circle. Move what both need into a folder below, or pass it in from above.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(packages|apps)/[^/]+/src' },
      to: { circular: true },
    },
  ],
  options: {
    ...layers.options,
    exclude: { path: '(^|/)(dist|coverage|\\.turbo)/|\\.test\\.ts$|/tests?/' },
  },
};
