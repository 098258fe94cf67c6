// The body as the server sent it and as it is now, both without the attributes that scripts may set.
const [declared] = arguments;
return (async () => {
  const sent = await (await fetch(location.href)).text();
  const markup = (document) => {
    const body = document.body.cloneNode(true);
    for (const [css, attribute] of declared) {
      body.querySelectorAll(css).forEach((element) => element.removeAttribute(attribute));
    }
    return body.innerHTML;
  };
  return [markup(new DOMParser().parseFromString(sent, "text/html")), markup(document)];
})();
