// Blocked for good: accept without a time-out, a pool thread waiting for work.
import java.net.ServerSocket;
import java.util.concurrent.Executors;

class Accept {
    public static void main(String[] args) throws Exception {
        Executors.newFixedThreadPool(1).submit(() -> {});
        ServerSocket server = new ServerSocket(0);
        System.out.println("ready");
        server.accept();
    }
}
