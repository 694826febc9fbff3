const engineOverride = require('../../eslint.engine');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    engineOverride(
      'actions',
      'catalog',
      'history',
      'importing',
      'jobs',
      'notices',
      'records',
    ),
    {
      // What tests share is no part of the package: it imports what tests may.
      files: ['src/testing/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
