//! A loopback bridge for browser tests: the page in a browser against the real core. Never shipped.
//!
//! `bridge FOLDER` prints its address, serves the page in FOLDER, and answers `POST /call` from the command table.
//! It listens on 127.0.0.1 alone and ends when its standard input closes.

#![allow(clippy::print_stdout)]

use riskwright_app::{App, call};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn main() -> std::io::Result<()> {
    let page = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "ui/dist-bridge".to_owned()));
    let memory = tempfile::tempdir()?;
    let app = Arc::new(App::new(Some(memory.path().to_path_buf())));
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", json!({ "address": listener.local_addr()?.to_string() }));
    std::io::stdout().flush()?;
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (app, page) = (Arc::clone(&app), page.clone());
            std::thread::spawn(move || serve(stream, &app, &page));
        }
    });
    std::io::copy(&mut std::io::stdin(), &mut std::io::sink())?;
    memory.close()
}

fn serve(stream: TcpStream, app: &App, page: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let length = content_length(&mut reader)?;
    match (method, path) {
        ("POST", "/call") => {
            let mut body = vec![0; length.min(riskwright_app::commands::LARGEST_REQUEST)];
            reader.read_exact(&mut body)?;
            respond(stream, "200 OK", "application/json", answer(app, &body).to_string().as_bytes())
        }
        ("GET", path) => file(stream, page, path),
        _ => respond(stream, "405 Method Not Allowed", "text/plain", b""),
    }
}

fn content_length(reader: &mut impl BufRead) -> std::io::Result<usize> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            return Ok(length);
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
}

fn answer(app: &App, body: &[u8]) -> Value {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    let command = request.get("command").and_then(Value::as_str).unwrap_or_default();
    let argument = request.get("request").cloned().unwrap_or_else(|| json!({}));
    match call(app, command, argument) {
        Ok(answer) => json!({ "ok": answer }),
        Err(error) => json!({ "error": error }),
    }
}

fn file(stream: TcpStream, page: &Path, path: &str) -> std::io::Result<()> {
    let name = path.split('?').next().unwrap_or_default().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    if name.split('/').any(|part| part == "..") {
        return respond(stream, "404 Not Found", "text/plain", b"");
    }
    match std::fs::read(page.join(name)) {
        Ok(bytes) => respond(stream, "200 OK", kind(name), &bytes),
        Err(_) => respond(stream, "404 Not Found", "text/plain", b""),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

fn respond(mut stream: TcpStream, status: &str, kind: &str, body: &[u8]) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)
}
