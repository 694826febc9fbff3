const engineOverride = require('../../eslint.engine');

const pure =
  'Definitions and logic run in the page and in every backend: no React and no Knex.';

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImports: ['react', 'react-dom', 'knex'].map(name => ({
    name,
    message: pure,
  })),
  restrictedImportPatterns: [
    'react/*',
    'react-dom/*',
    'knex/*',
    '@material-ui/*',
    '@backstage/ui',
    '@backstage/frontend-*',
    '@backstage/core-*',
    '@backstage/backend-*',
    '@backstage/plugin-*-react',
    '@backstage/plugin-*-node',
  ],
  overrides: [engineOverride('engine', 'records', 'client')],
});
