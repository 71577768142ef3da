const field = document.getElementById("find");
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && field.value.trim()) {
    location.href = `${field.dataset.to}#q=${encodeURIComponent(field.value.trim())}`;
  }
});
