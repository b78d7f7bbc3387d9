/** The tests as `npm test` runs them, without the browser and the builds that journeys wait for. */
const { globalSetup: _builds, globalTeardown: _removes, ...plain } = require('../../jest.config.js');
module.exports = plain;
