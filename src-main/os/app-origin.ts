// Where the app's own pages live, and how to know them again.

export const appScheme = 'app';
export const appHost = 'shopfile';
/** The one page of the app. */
export const appPage = `${appScheme}://${appHost}/`;

/** Whether a URL or an origin is of the app itself, spelt in no strange way. */
export function isOwn(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '';
  return url.protocol === `${appScheme}:` && url.host === appHost && plain;
}

/** Whether a URL is the app's page, wherever in it. */
export const isOwnPage = (text: string): boolean => isOwn(text) && new URL(text).pathname === '/';
