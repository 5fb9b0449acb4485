// Waits by itself: one thread sleeps, another waits for a channel with a time-out.
use std::sync::mpsc::channel;
use std::time::Duration;

fn main() {
    let (_sender, receiver) = channel::<u8>();
    std::thread::spawn(move || receiver.recv_timeout(Duration::from_secs(20)));
    println!("ready");
    std::thread::sleep(Duration::from_secs(10));
}
