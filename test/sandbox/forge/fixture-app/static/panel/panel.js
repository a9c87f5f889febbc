globalThis.document.title = 'Panel loaded';
