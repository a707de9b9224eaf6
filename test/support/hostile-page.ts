/** What hostile code would try from within a page; it runs there, so it uses nothing but what a page has. */

/** Tries everything once, outside of what the test tool itself is allowed, and answers what worked. */
export function attackFromWithin(): Promise<readonly string[]> {
  const elements: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['img', { src: 'https://evil.example/x.png' }],
    ['img', { src: 'x', onerror: 'window.hacked = 1' }],
    ['iframe', { src: 'https://evil.example/' }],
    ['iframe', { src: 'app://shopfile/' }],
    ['iframe', { srcdoc: '<script>parent.hacked = 1</script>' }],
    ['object', { data: 'https://evil.example/x.swf' }],
    ['embed', { src: 'https://evil.example/x.swf' }],
    ['base', { href: 'https://evil.example/' }],
    ['link', { rel: 'stylesheet', href: 'https://evil.example/x.css' }],
    ['video', { src: 'https://evil.example/x.mp4' }],
    ['script', { src: 'https://evil.example/x.js' }],
  ];
  const texts: Readonly<Record<string, string>> = {
    script: 'window.hacked = 1',
    style: 'body { display: none }',
  };
  const worked: string[] = [];

  function attempt(name: string, act: () => unknown): void {
    try {
      act();
      worked.push(name);
    } catch {}
  }
  function add(tag: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) attempt('', () => element.setAttribute(name, value));
    return document.body.appendChild(element);
  }
  async function attack(): Promise<void> {
    for (const name of ['eval', 'Function', 'setTimeout']) {
      attempt(name, () =>
        Reflect.apply(Reflect.get(globalThis, name) as () => unknown, globalThis, ['window.hacked = 1']),
      );
    }
    attempt('innerHTML', () => Reflect.set(add('p'), 'innerHTML', '<img src=x onerror="window.hacked = 1">'));
    attempt('policy', () => Reflect.get(globalThis, 'trustedTypes').createPolicy('own', {}));
    attempt('worker', () => new Worker('data:text/javascript,1'));
    for (const [tag, attributes] of elements) add(tag, attributes);
    for (const [tag, text] of Object.entries(texts)) attempt('', () => add(tag).append(text));
    (add('form', { action: 'https://evil.example/', method: 'post' }) as HTMLFormElement).submit();
    await fetch('https://evil.example/').then(
      () => worked.push('fetch'),
      () => undefined,
    );
  }
  function found(): readonly string[] {
    const hidden = getComputedStyle(document.body).display === 'none' ? ['style'] : [];
    return [...worked, ...hidden, ...('hacked' in globalThis ? ['script'] : [])].filter((name) => name !== '');
  }
  return new Promise((resolve) => {
    setTimeout(() => void attack().finally(() => setTimeout(() => resolve(found()), 500)));
  });
}
