// Never stops computing.
fn main() {
    println!("ready");
    loop {
        std::hint::spin_loop();
    }
}
