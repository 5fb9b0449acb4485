// Waits by itself: one thread sleeps, another accepts with a time-out.
import java.net.ServerSocket;

class Sleep {
    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(0);
        server.setSoTimeout(20_000);
        new Thread(() -> {
            try {
                server.accept();
            } catch (Exception e) {
            }
        }).start();
        System.out.println("ready");
        Thread.sleep(10_000);
    }
}
