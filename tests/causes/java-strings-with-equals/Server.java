import java.io.*;
import java.net.*;
public class Server {
    public static void main(String[] args) throws Exception {
        ServerSocket s = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket c = s.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(c.getInputStream()));
            PrintWriter out = new PrintWriter(c.getOutputStream(), true);
            String line = in.readLine();
            String[] p = line.split(" ");
            int a = Integer.parseInt(p[1]), b = Integer.parseInt(p[2]);
            if (p[0] == "ADD") out.println(a + b);
            else if (p[0] == "SUB") out.println(a - b);
            else out.println("ERROR");
            c.close();
        }
    }
}
