/** The least that an Electron app can be: one window with one line of text. */
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

app.setPath('userData', process.env.SHOPFILE_USER_DATA);
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => {
    window.show();
    console.log('bare: window shown');
  });
  void window.loadFile(path.join(__dirname, 'page.html'));
});
