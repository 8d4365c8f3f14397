"use strict";
// What is left empty asks for nothing, and needs no place in the address.
document.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) {
    if (value === "") event.formData.delete(name);
  }
});
