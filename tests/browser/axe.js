// What axe-core finds on the page: rule, help, and up to three of the elements.
const [script] = arguments;
return (async () => {
  // The page's policy forbids scripts of others; a WebDriver's own script is not asked.
  if (!window.axe) (0, new Function(script))();
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations, passes } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const faults = violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(
      ({ target, any, all, none }) =>
        `${target}: ${[...any, ...all, ...none].map((check) => check.message).join("; ")}`,
    );
    return `${id} (${nodes.length}): ${help}\n    ${where.join("\n    ")}`;
  });
  return [passes.length, faults];
})();
