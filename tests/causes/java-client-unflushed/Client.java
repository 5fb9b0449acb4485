import java.io.*;
import java.net.*;
public class Client {
  public static void main(String[] args) throws IOException {
    Socket s = new Socket("localhost", Integer.parseInt(args[1]));
    PrintWriter out = new PrintWriter(s.getOutputStream());
    BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
    out.print("halo server");
    System.out.println("Balasan: " + in.readLine());
    s.close();
  }
}
