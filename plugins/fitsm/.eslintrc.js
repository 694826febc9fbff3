const engineOverride = require('../../eslint.engine');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [engineOverride('fields', 'records')],
});
