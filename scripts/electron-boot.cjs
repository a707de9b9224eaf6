/** Stands in for Electron's default app in the fallback runtime: loads the project given as the first argument. */
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) app.exit(2);
else load(path.resolve(given));

/** Synchronous, so that the program runs before the app is ready. */
function load(place) {
  process.defaultApp = true;
  require(fs.statSync(place).isDirectory() ? mainFileOf(place) : place);
}

function mainFileOf(folder) {
  const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.name = description.productName || description.name;
  if (description.version) app.setVersion(description.version);
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(folder);
  return path.join(folder, description.main || 'index.js');
}
