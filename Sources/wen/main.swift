print("wen")
