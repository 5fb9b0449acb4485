// Blocked for good: accept without a time-out, a thread waiting for a channel.
use std::net::TcpListener;
use std::sync::mpsc::channel;

fn main() {
    let (_sender, receiver) = channel::<u8>();
    std::thread::spawn(move || receiver.recv());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("ready");
    listener.accept().unwrap();
}
