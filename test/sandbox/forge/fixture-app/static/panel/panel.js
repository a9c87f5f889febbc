document.title = 'Panel loaded';
