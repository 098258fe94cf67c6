// The body as the server sent it and as it is now, both without the attributes that scripts may set.
const [declared] = arguments;
return (async () => {
  // A request that parses: the page's policy lets no text become a document.
  const sent = await new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.onload = () => done(request.response);
    request.onerror = failed;
    request.send();
  });
  const markup = (document) => {
    const body = document.body.cloneNode(true);
    for (const [css, attribute] of declared) {
      body.querySelectorAll(css).forEach((element) => element.removeAttribute(attribute));
    }
    return body.innerHTML;
  };
  return [markup(sent), markup(document)];
})();
