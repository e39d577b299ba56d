// Files dropped onto the page: each is sent by itself, with how far it is and what became of it.
//
//   <form data-bring data-most="26214400" data-heavy="…" data-sending="…" data-lost="…">

const form = document.querySelector("[data-bring]");
const list = form?.querySelector(".sent");
const field = form?.querySelector("input[type=file]");
const queue = [];
let busy = false;

function told(name) {
  const line = document.createElement("li");
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  words.textContent = `${name}: ${form.dataset.sending}`;
  line.append(words, bar);
  list.append(line);
  return {
    far: (part) => (bar.value = part),
    end: (text, address) => {
      bar.remove();
      words.textContent = `${name}: ${text}`;
      if (!address) return;
      const link = document.createElement("a");
      link.href = address;
      link.textContent = name;
      words.replaceChildren(link, `: ${text}`);
    },
  };
}

function send({ file, line }) {
  return new Promise((done) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("files", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => line.far(total ? loaded / total : 0);
    request.onloadend = () => {
      try {
        const [answer] = JSON.parse(request.responseText).files;
        line.end(answer.says, answer.document && `/documentos/${answer.document}/`);
      } catch {
        line.end(form.dataset.lost);
      }
      done();
    };
    request.send(body);
  });
}

async function work() {
  if (busy) return;
  busy = true;
  while (queue.length) await send(queue.shift());
  busy = false;
  document.getElementById("documents")?.dispatchEvent(new CustomEvent("sereno:wake", { bubbles: true }));
}

function take(files) {
  for (const file of files) {
    const line = told(file.name);
    if (file.size > Number(form.dataset.most)) line.end(form.dataset.heavy);
    else queue.push({ file, line });
  }
  work();
}

if (form) {
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.dataset.over = "";
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) delete form.dataset.over;
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    delete form.dataset.over;
    take(event.dataTransfer.files);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(field.files);
    field.value = "";
  });
}
