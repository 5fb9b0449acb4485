import java.io.*;
import java.net.*;
public class Server {
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[1]);
    ServerSocket server = new ServerSocket(port);
    while (true) {
      Socket socket = server.accept();
      Thread t = new Thread(() -> {
        try {
          InputStream in = socket.getInputStream();
          OutputStream out = socket.getOutputStream();
          byte[] buf = new byte[1024];
          int n;
          while ((n = in.read(buf)) != -1) {
            out.write(buf, 0, n);
          }
          socket.close();
        } catch (IOException e) { e.printStackTrace(); }
      });
      t.run();
    }
  }
}
