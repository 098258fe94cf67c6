// The buttons send commands, the list notes events: all that a page needs to do with the element.
const maps = [document.getElementById("map"), document.getElementById("story")];
const told = document.getElementById("told");

for (const button of document.querySelectorAll("button"))
  button.addEventListener("click", () => {
    const [[command, value]] = Object.entries(button.dataset);
    const map = command === "step" ? maps[1] : maps[0];
    map[command](command === "step" ? Number(value) : value);
  });

for (const map of maps)
  for (const type of ["ready", "size", "select", "hover", "step", "error"])
    map.addEventListener(`kbio-${type}`, ({ detail }) => {
      const line = document.createElement("li");
      line.textContent = `#${map.id} kbio-${type} ${JSON.stringify(detail)}`;
      told.prepend(line);
      while (told.children.length > 50) told.lastChild.remove();
    });
