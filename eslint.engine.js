const message =
  'The engine knows no process: let the definition say what differs, or name code that a process supplies.';

/**
 * Keeps processes out of the engine of a package: processes may import it,
 * never the other way round.
 *
 * @param {string[]} folders - folders of `src` that are engine
 */
module.exports = function engineOverride(...folders) {
  return {
    files: folders.map(folder => `src/${folder}/**`),
    excludedFiles: '**/*.test.*',
    rules: {
      // Not the core rule of that name: Backstage's config uses it for tests.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@fitsm/plugin-fitsm-common',
              importNames: ['processes', 'recordTypes'],
              message,
            },
          ],
          patterns: [{ group: ['**/processes', '**/processes/**'], message }],
        },
      ],
    },
  };
};
